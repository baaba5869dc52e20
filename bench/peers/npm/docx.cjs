// Writes a Word file for every JSON file in a folder, with npm's docx.
const fs = require("node:fs");
const path = require("node:path");
const {
  AlignmentType, Bookmark, BorderStyle, Document, ExternalHyperlink, Footer, Header, HeadingLevel, InternalHyperlink,
  LevelFormat, Packer, PageNumber, Paragraph, Tab, Table, TableCell, TableRow, TextRun,
} = require("docx");

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const LINE = { style: BorderStyle.SINGLE, size: 6, color: "7d858b" };
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const HANG = { left: 2400, hanging: 2400 };
const NUMBERS = {
  config: [{
    reference: "numbers",
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START }],
  }],
};

function said(word) {
  if (word.break) return new TextRun({ break: 1 });
  if (word.mark) return new Bookmark({ id: word.mark, children: word.words.map(said) });
  if (!word.link) return new TextRun(word);
  const children = word.words.map(said);
  if (word.link.startsWith("#")) return new InternalHyperlink({ anchor: word.link.slice(1), children });
  return new ExternalHyperlink({ link: word.link, children });
}

function named(id, children) {
  return id ? [new Bookmark({ id, children })] : children;
}

// The first paragraph of an entry begins with what it is called.
function entry(block, look) {
  const [first, ...rest] = block.blocks;
  const words = first && first.kind === "paragraph" ? first.words : [];
  const gap = block.label.length ? [new TextRun({ children: [new Tab()] })] : [];
  const children = [...block.label.map(said), ...gap, ...words.map(said)];
  return [new Paragraph({ children, ...look }), ...(words.length ? rest : block.blocks).flatMap((each) => written(each))];
}

function cell(blocks) {
  return new TableCell({ children: blocks.flatMap((each) => written(each)) });
}

function written(block, look = {}) {
  if (block.kind === "heading") {
    const heading = LEVELS[Math.min(block.level, 4) - 1];
    return [new Paragraph({ children: named(block.id, block.words.map(said)), heading })];
  }
  if (block.kind === "paragraph") return [new Paragraph({ children: named(block.id, block.words.map(said)), ...look })];
  if (block.kind === "fact") return entry(block, { indent: HANG, border: { bottom: LINE } });
  if (block.kind === "entry") {
    return entry(block, block.ordered ? { numbering: { reference: "numbers", level: 0 } } : { bullet: { level: 0 } });
  }
  if (block.kind === "note") {
    const title = block.title.length ? [new Paragraph({ children: block.title.map(said), border: BOX })] : [];
    return [...title, ...block.blocks.flatMap((each) => written(each, { border: BOX }))];
  }
  const rows = block.rows.map((row, at) => new TableRow({ tableHeader: at < block.heads, children: row.map(cell) }));
  return [new Table({ rows })];
}

function document(values) {
  const page = new Paragraph({ children: [new TextRun({ children: ["Side ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES] })] });
  return new Document({
    title: values.title,
    creator: values.author,
    subject: values.subject,
    numbering: NUMBERS,
    styles: { default: { document: { run: { language: { value: values.language } } } } },
    sections: [{
      properties: { titlePage: true },
      headers: { default: new Header({ children: [new Paragraph(values.title)] }), first: new Header({ children: [] }) },
      footers: { default: new Footer({ children: [page] }), first: new Footer({ children: [page] }) },
      children: values.blocks.flatMap((each) => written(each)),
    }],
  });
}

async function main(folder) {
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    const values = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    fs.writeFileSync(path.join(folder, name.replace(".json", ".docx")), await Packer.toBuffer(document(values)));
  }
}

main(process.argv[2]);
