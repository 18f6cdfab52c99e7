// The render process: a plain module, because it is started from the source tree by path (see render.ts).
// It gets {id, template, input} and answers {id, cpuMs, pdf} or {id, cpuMs, kind, detail}; it never sees the signing key.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { templateDir, fontDirs, manyPages } = JSON.parse(process.argv[2]);
// Typst remembers what it laid out. Forgetting what the last few documents did not use, after each of them, costs no time
// (measured) and halves the memory: 200 MB after 1,200 documents, 437 MB when done every 20.
const KEEP_FOR_DOCUMENTS = 5;

const compiler = NodeCompiler.create({ workspace: templateDir, fontArgs: [{ fontPaths: fontDirs }] });
let cpu = process.cpuUsage();

function compile({ template, input }) {
  const done = compiler.compile({ mainFilePath: join(templateDir, `${template}.typ`), inputs: { data: input } });
  // Errors may come as warnings of a compilation without a result (0.7.0); and what Typst only warns of, an unknown
  // font for one, would print a wrong certificate. So any diagnostic is a fault.
  const diagnostics = done.hasError() ? done.takeDiagnostics() : done.takeWarnings();
  if (diagnostics || !done.result) {
    return { kind: 'COMPILE', detail: (diagnostics?.shortDiagnostics ?? []).map((d) => d.message).join('; ') };
  }
  if (!manyPages && done.result.numOfPages !== 1) return { kind: 'COMPILE', detail: `${done.result.numOfPages} pages` };
  try {
    return { pdf: compiler.pdf(done.result, { pdfStandard: 'a-2a', pdfTags: true }) };
  } catch (error) {
    return { kind: 'EXPORT', detail: textOf(error) };
  }
}

/** The binding throws its diagnostics as one debug string in `code`. */
function textOf(error) {
  return String(error?.code ?? error?.message ?? error).slice(0, 4000);
}

process.on('message', (task) => {
  let answer;
  try {
    answer = compile(task);
  } catch (error) {
    answer = { kind: 'COMPILE', detail: textOf(error) };
  }
  compiler.evictCache(KEEP_FOR_DOCUMENTS);
  const used = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  process.send({ id: task.id, cpuMs: (used.user + used.system) / 1000, ...answer });
});
// The parent is gone: nobody reads the answer.
process.on('disconnect', () => process.exit(0));
