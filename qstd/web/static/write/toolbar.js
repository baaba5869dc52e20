// The toolbar: bold, list, link, table, in Markdown, on what is selected.

import { insert, insertBlock } from "./field.js";

export function toolbar(area, words) {
  const tools = { bold: () => bold(area, words), list: () => list(area), link: () => link(area, words), table: () => table(area, words) };
  for (const button of document.querySelectorAll("[data-tool]")) {
    button.addEventListener("click", () => tools[button.dataset.tool]());
  }
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = { b: tools.bold, k: tools.link }[event.key.toLowerCase()];
    if (!tool) return;
    event.preventDefault();
    tool();
  });
}

function bold(area, words) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const text = value.slice(start, end);
  const core = text.trim();
  if (core.length > 4 && core.startsWith("**") && core.endsWith("**")) {
    const bare = core.slice(2, -2);
    insert(area, start, end, text.replace(core, bare), [text.indexOf(core), bare.length]);
  } else if (core) {
    insert(area, start, end, text.replace(core, () => `**${core}**`), [text.indexOf(core), core.length + 4]);
  } else insert(area, start, end, `**${words.link}**`, [2, words.link.length]);
}

function list(area) {
  const { value } = area;
  const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const after = value.indexOf("\n", Math.max(area.selectionEnd - 1, start));
  const end = after < 0 ? value.length : after;
  const lines = value.slice(start, end).split("\n");
  const listed = lines.every((each) => !each.trim() || each.startsWith("- "));
  const all = listed && lines.some((each) => each.trim());
  const text = lines.map((each) => (all ? each.replace(/^- /, "") : each.trim() || lines.length === 1 ? `- ${each}` : each)).join("\n");
  insert(area, start, end, text, all ? [0, text.length] : [text.length, 0]);
}

function link(area, words) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const text = value.slice(start, end).trim();
  if (/^https?:\/\/\S+$/.test(text)) insert(area, start, end, `[${words.link}](${text})`, [1, words.link.length]);
  else {
    const shown = (text || words.link).replace(/\s+/g, " ");
    insert(area, start, end, `[${shown}](https://)`, [shown.length + 3, 8]);
  }
}

function table(area, words) {
  const row = (...cells) => `| ${cells.join(" | ")} |`;
  insertBlock(area, [row(`${words.column} 1`, `${words.column} 2`), row("---", "---"), row("", ""), row("", "")].join("\n"));
}
