/** A long page: words live beside its route on the server, so no other page carries them. */
export interface Article {
  title: string;
  lead: string;
  sections: {
    id: string;
    heading: string;
    text?: string[];
    list?: string[];
    steps?: string[];
    link?: { href: string; label: string };
  }[];
  updated?: string;
}
