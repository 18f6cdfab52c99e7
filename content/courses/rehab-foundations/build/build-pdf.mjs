// 由 prescription.typ 生成 ../lessons/04-prescription.pdf：node content/courses/rehab-foundations/build/build-pdf.mjs
// 需要：node_modules 中的 @myriaddreamin/typst-ts-node-compiler 与系统字体 fonts-noto-cjk
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const fonts = process.env.CJK_FONTS ?? '/usr/share/fonts/opentype/noto';

const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fonts] }] });
const pdf = compiler.pdf({ mainFilePath: path.join(here, 'prescription.typ') }, { creationTimestamp: 1735660800 });
const out = path.join(here, '../lessons/04-prescription.pdf');
fs.writeFileSync(out, pdf);
console.log(out, pdf.length);
