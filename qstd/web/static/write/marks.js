// The layer behind the field: the same text, with the passages marked that findings and facts speak of. It also gives the
// field its height. It holds no text of its own, and nothing in it can be reached.

const MOST = 60_000; // characters: beyond, the field has a scroll bar and no marks

export class Marks {
  constructor(area, mirror) {
    this.area = area;
    this.mirror = mirror;
    this.passages = [];
    this.plain = matchMedia("(forced-colors: active)");
    area.addEventListener("input", () => this.draw());
  }

  /** Mark passages: (kind, characters, at which time they stand there). */
  show(passages) {
    this.passages = passages;
    this.draw();
  }

  draw() {
    const text = this.area.value;
    const large = text.length > MOST;
    this.area.parentElement.classList.toggle("large", large);
    const found = large || this.plain.matches ? [] : this.spans(text);
    this.mirror.replaceChildren(...(large ? [] : pieces(text, found)));
  }

  spans(text) {
    const found = [];
    for (const [kind, words, times] of this.passages) {
      let at = -1;
      for (let count = 0; count <= times; count += 1) {
        const next = text.indexOf(words, at + 1);
        if (next < 0) break;
        at = next;
      }
      if (at >= 0) found.push([at, at + words.length, kind]);
    }
    return found;
  }
}

function pieces(text, found) {
  const cuts = [...new Set([0, text.length, ...found.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const made = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const words = text.slice(cuts[at], cuts[at + 1]);
    const kinds = found.filter(([start, end]) => start <= cuts[at] && end >= cuts[at + 1]).map((each) => each[2]);
    if (!kinds.length) made.push(words);
    else {
      const span = document.createElement("span");
      span.className = [...new Set(kinds)].map((each) => `mark-${each}`).join(" ");
      span.textContent = words;
      made.push(span);
    }
  }
  return [...made, "\n\u200b"];
}
