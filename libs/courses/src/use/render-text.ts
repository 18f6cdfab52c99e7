import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'del', 'sub', 'sup', 'code', 'pre', 'blockquote'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'a', 'div'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
    th: ['align', 'scope'],
    td: ['align'],
    ol: ['start'],
    div: ['class', 'role', 'tabindex'],
  },
  allowedClasses: { div: ['table-scroll'] },
  allowedSchemes: ['https', 'mailto'],
  disallowedTagsMode: 'discard',
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer', target: '_blank' }),
    th: sanitizeHtml.simpleTransform('th', { scope: 'col' }),
    // The page's own heading is the title of the lesson.
    h1: 'h2',
  },
};

/**
 * Lesson text (Markdown) as HTML that is safe to put into a page: only the listed tags and attributes, links only to https
 * and mail. The first heading is left out: the page shows the lesson's title.
 */
export function renderText(markdown: string): string {
  const body = markdown.replace(/^\uFEFF?\s*#\s[^\n]*\n/, '');
  const html = sanitizeHtml(marked.parse(body, { async: false, gfm: true }), ALLOWED);
  // Wide tables scroll inside themselves on a phone; the frame can be reached by keyboard.
  return html
    .replaceAll('<table>', '<div class="table-scroll" role="group" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}
