// Writes a Word file for every JSON file in a folder, with npm's docx.
const fs = require("node:fs");
const path = require("node:path");
const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = require("docx");

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function written(block) {
  if (block.kind === "table") {
    const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
    const rows = block.rows.map((row, at) => new TableRow({ tableHeader: at === 0, children: row.map(cell) }));
    return new Table({ rows });
  }
  const children = [new TextRun(block.text)];
  if (block.kind === "heading") return new Paragraph({ children, heading: LEVELS[Math.min(block.level, 4) - 1] });
  return new Paragraph(block.kind === "entry" ? { children, bullet: { level: 0 } } : { children });
}

async function main(folder) {
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    const values = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    const document = new Document({ title: values.title, sections: [{ children: values.blocks.map(written) }] });
    fs.writeFileSync(path.join(folder, name.replace(".json", ".docx")), await Packer.toBuffer(document));
  }
}

main(process.argv[2]);
