// The search of soeg.html: it asks the index that lies beside the page. Without this file the page is a list.

const form = document.querySelector("form.finder");
const say = form.dataset;
const found = document.querySelector(".found");
const results = document.querySelector(".results");
const hits = results.querySelector(".hits");
const more = results.querySelector(".more");
const field = form.elements.q;
const filters = [...form.querySelectorAll("select")];

const AT_ONCE = 10;
// What leads to a standard counts for more than what stands in it, and parts and spellings of words for less.
const RANKING = { metaWeights: { title: 2, ydelse: 3, kommune: 3, foerst: 6, ord: 3, dele: 0.5, stavning: 1, status: 0.5 } };
// Words of questions that say nothing of what is asked for.
const EMPTY = new Set(
  `af at blive bliver da de dem den der deres det dig din dit du efter eller en er et for fra få får har have hos hvad hvem
  hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke jeg kan man med mig min mit mine må nogen noget når og
  også om os på sig skal som til vi vil være ved vores`.split(/\s+/),
);

let index; // the promise of it
let asked = 0; // the number of the last question: earlier answers that come late are dropped
let left = []; // the results that are not shown yet

const base = new URL(say.index, document.baseURI);

const start = async () => {
  const [pagefind, answer] = await Promise.all([import(new URL("pagefind.js", base)), fetch(new URL("parts.json", base))]);
  await pagefind.options({ ranking: RANKING });
  await pagefind.init();
  // The index of a large site lies in parts, all of which are asked.
  const further = (await answer.json()).map((part) => new URL(part, base).pathname);
  const settings = { ranking: RANKING, baseUrl: new URL(".", document.baseURI).pathname };
  await Promise.all(further.map((part) => pagefind.mergeIndex(part, settings)));
  return pagefind;
};

const load = () => (index ??= start());

// "§ 83 a, stk. 2" is "83a", and a question is the words that it asks for: a lone letter would begin far too many.
const cleaned = (text) => {
  const words = text
    .normalize("NFC")
    .toLocaleLowerCase("da")
    .replace(/\bstk\.?\s*\d+/g, " ")
    .replace(/§|\bparagraf\w*/g, " ")
    .replace(/(\d+)\s+([a-h])(?![\p{L}\d])/gu, "$1$2")
    .replace(/[?!.,;:()/"»«”“]/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const telling = words.filter((word) => !EMPTY.has(word) && /..|\d/.test(word));
  return telling.length ? telling : words;
};

// The letters as they are typed, and as they may be meant: "hjemmehjaelp".
const typed = (words) => {
  const text = words.join(" ");
  const meant = text.replaceAll("ae", "æ").replaceAll("oe", "ø").replaceAll("aa", "å");
  return meant === text ? [text] : [text, meant];
};

// The results for a text by their number, the best first, and whether any standard would have one without the filters.
const search = async (words, chosen) => {
  const pagefind = await load();
  const texts = words.length ? typed(words) : [null];
  const answers = await Promise.all(texts.map((text) => pagefind.search(text, { filters: chosen })));
  const best = new Map();
  for (const result of answers.flatMap((answer) => answer.results).sort((a, b) => b.score - a.score)) {
    if (!best.has(result.id)) best.set(result.id, result);
  }
  return { best, known: answers.some((answer) => answer.unfilteredResultCount) };
};

// Standards with all the words, or else those with most of them first. Pagefind leaves a word out that it does not know,
// in each part of the index for itself: so each word is asked for alone as well.
const searchAll = async (words, chosen) => {
  const [all, ...each] = await Promise.all([search(words, chosen), ...words.map((word) => search([word], chosen))]);
  const unknown = words.filter((_, at) => !each[at].known);
  const known = each.filter((answer) => answer.known);
  const list = [...all.best.values()].filter((result) => known.every((answer) => answer.best.has(result.id)));
  if (list.length || known.length < 2) return { list, unknown, some: false };
  const some = new Map();
  for (const result of known.flatMap((answer) => [...answer.best.values()])) {
    const { count = 0, score = 0 } = some.get(result.id) ?? {};
    some.set(result.id, { result, count: count + 1, score: score + result.score });
  }
  const most = [...some.values()].sort((a, b) => b.count - a.count || b.score - a.score);
  return { list: most.map((one) => one.result), unknown, some: most[0]?.count < known.length };
};

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// An excerpt is text with marks, in which only the signs of tags are written otherwise. It may begin with the heading.
const marked = (excerpt, heading) => {
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  const words = pieces.join("");
  let over = words.startsWith(heading) ? heading.length + words.slice(heading.length).match(/^[.\s]*/)[0].length : 0;
  return pieces.map((piece, at) => {
    const text = piece.slice(over);
    over = Math.max(0, over - piece.length);
    return at % 2 && text ? element("mark", {}, text) : text;
  });
};

const weight = (part) => part.weighted_locations.reduce((sum, each) => sum + each.balanced_score, 0);

const passages = (data) => {
  const parts = data.sub_results.filter((part) => part.locations.length).sort((a, b) => weight(b) - weight(a));
  return (parts.length ? parts.slice(0, 2) : data.sub_results.slice(0, 1)).map((part) =>
    element(
      "p",
      { className: "passage" },
      element("a", { href: part.url }, part.title),
      element("span", {}, ...marked(part.excerpt, part.title)),
    ),
  );
};

const hit = (data) => {
  const { title, kommune, ydelse, status } = data.meta;
  return element(
    "li",
    {},
    element("h3", {}, element("a", { href: data.url }, title)),
    element("p", {}, [kommune, ydelse, status].filter(Boolean).join(" · ")),
    ...passages(data),
  );
};

const showMore = async () => {
  const at = asked;
  const next = await Promise.all(left.slice(0, AT_ONCE).map((result) => result.data()));
  if (at !== asked) return null;
  left = left.slice(AT_ONCE);
  const shown = next.map(hit);
  hits.append(...shown);
  more.hidden = !left.length;
  return shown[0];
};

const tell = ({ list, unknown, some }) => {
  const count = list.length;
  const counted = some && count ? say.some : count > 1 ? say.many : count ? say.one : say.none;
  const said = [counted.replace("{count}", count)];
  if (count > AT_ONCE) said.push(say.shown.replace("{shown}", AT_ONCE));
  if (count) said.push(...unknown.map((word) => say.unknown.replace("{word}", () => word)));
  found.textContent = said.join(" ");
};

const answer = async () => {
  const at = ++asked;
  const words = cleaned(field.value);
  const chosen = Object.fromEntries(filters.filter((each) => each.value).map((each) => [each.name, each.value]));
  const values = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", values.length ? `?${new URLSearchParams(values)}` : location.pathname);
  if (!values.length) {
    results.hidden = true;
    found.textContent = "";
    return;
  }
  found.textContent ||= say.busy;
  const answered = await searchAll(words, chosen);
  if (at !== asked) return;
  left = answered.list;
  hits.replaceChildren();
  await showMore();
  if (at !== asked) return;
  results.hidden = !answered.list.length;
  tell(answered);
};

const broken = () => {
  index = undefined;
  results.hidden = true;
  found.textContent = say.broken;
};

const ask = () => answer().catch(broken);

const offer = async () => {
  const asking = new URLSearchParams(location.search);
  field.value = asking.get("q") ?? "";
  form.hidden = false;
  const known = await (await load()).filters();
  for (const select of filters) {
    const names = Object.keys(known[select.name] ?? {}).sort((a, b) => a.localeCompare(b, "da"));
    select.append(...names.map((name) => new Option(name, name)));
    select.value = names.includes(asking.get(select.name)) ? asking.get(select.name) : "";
  }
  form.querySelector(".filters").open = matchMedia("(min-width: 40rem)").matches || filters.some((each) => each.value);
  await answer();
};

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 300);
});
form.addEventListener("change", (event) => event.target !== field && ask());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask();
});
more.addEventListener("click", async () => {
  const first = await showMore();
  first?.querySelector("a").focus();
});

if (location.protocol === "file:") found.textContent = say.file;
else offer().catch(broken);
