/** One colour class of a choropleth, from low to high or as states. `colour` is a token name of app.css. */
export interface MapClass {
  key: string;
  label: string;
  colour: 'map-1' | 'map-2' | 'map-3' | 'map-4' | 'map-5' | 'map-none' | 'map-short' | 'map-near';
}
export interface MapRegion {
  /** GB/T 2260 code; matched with `adcode` of the GeoJSON. */
  code: string;
  name: string;
  /** Shown in the tooltip, unit included, or the reason why there is none. */
  text: string;
  /** Key of a `MapClass`. */
  classKey: string;
}
interface Feature {
  properties: { adcode?: number | string; name?: string; [key: string]: unknown };
  [key: string]: unknown;
}
export interface GeoJson {
  type: 'FeatureCollection';
  features: Feature[];
  [key: string]: unknown;
}

const loaded = new Map<string, Promise<string>>();

/** Fetches and registers a base map once; regions are then known by their code. */
export function registerGeo(geo: string | GeoJson, register: (name: string, map: never) => void): Promise<string> {
  const name = typeof geo === 'string' ? geo : `inline-${geo.features.length}`;
  let known = loaded.get(name);
  if (!known) {
    known = (async () => {
      const json = typeof geo === 'string' ? ((await (await fetch(geo)).json()) as GeoJson) : geo;
      const features = json.features.map((f) => ({
        ...f,
        properties: { ...f.properties, name: String(f.properties.adcode ?? f.properties.name) },
      }));
      register(name, { ...json, features } as never);
      return name;
    })();
    known.catch(() => loaded.delete(name));
    loaded.set(name, known);
  }
  return known;
}
