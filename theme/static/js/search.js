/* Looks for words in the index that a build leaves beside the page, as plugins/blog/search_index.py made it. Each piece of it is
   fetched when it is first needed. Nothing that is typed becomes a pattern or markup. The page has everything from A to Z without it. */

const MOST = 50;
const SHOWN = 10;
const AROUND = 90;
const form = document.querySelector("form.search");
const field = form.elements.q;
const status = document.querySelector(".search__status");
const list = document.querySelector(".search__results");
const says = form.dataset;
const stemmer = new EnglishStemmer();
const fetched = new Map();
let last = null;
let turn = 0;

const piece = (name) => {
  if (!fetched.has(name)) {
    const answer = fetch(says.index + name).then((found) => (found.ok ? found.json() : Promise.reject(found)));
    fetched.set(name, answer);
    answer.catch(() => fetched.delete(name));
  }
  return fetched.get(name);
};
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const pieceOf = (word) => (/^[a-z]/.test(word) ? word[0] : "other");

/* Whether a word of the text is one that was looked for: by its stem, as it stands, or by its beginning, while it is typed. */
const meant = (wanted, word, stem) => stem === wanted.stem || word === wanted.word || (wanted.isOpen && word.startsWith(wanted.word));

const pagesWith = async (wanted) => {
  const weights = new Map();
  for (const [term, found] of Object.entries(await piece(`words-${pieceOf(wanted.word)}.json`))) {
    if (meant(wanted, term, term)) {
      for (let at = 0; at < found.length; at += 2) {
        weights.set(found[at], (weights.get(found[at]) ?? 0) + found[at + 1] * (term === wanted.stem ? 2 : 1));
      }
    }
  }
  return weights;
};

const best = (everyWord) => {
  const [first, ...others] = everyWord;
  const scores = [...first].filter(([page]) => others.every((weights) => weights.has(page)));
  const whole = scores.map(([page, weight]) => [page, others.reduce((sum, weights) => sum + weights.get(page), weight)]);
  return whole.sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([page]) => page);
};

/* The words of a text with their places, each with whether it was looked for. */
const marked = (text, wanted, stem) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => {
    const word = folded(found[0]);
    return { from: found.index, to: found.index + found[0].length, is: wanted.some((each) => meant(each, word, stem(word))) };
  });

const passage = (texts, wanted, stem) => {
  let [most, chosen] = [0, null];
  for (const text of texts) {
    const hits = marked(text, wanted, stem).filter((word) => word.is);
    if (hits.length > most) {
      [most, chosen] = [hits.length, { text, hits }];
    }
  }
  const shown = document.createElement("p");
  const text = chosen?.text ?? texts[0] ?? "";
  const [start, end] = [Math.max(0, (chosen?.hits[0].from ?? 0) - AROUND), (chosen?.hits[0].to ?? 0) + 2 * AROUND];
  const from = start ? text.indexOf(" ", start) + 1 : 0;
  const to = end < text.length ? text.lastIndexOf(" ", end) : text.length;
  let at = from;
  for (const hit of chosen?.hits ?? []) {
    if (hit.from >= at && hit.to <= to) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(hit.from, hit.to);
      shown.append(text.slice(at, hit.from), mark);
      at = hit.to;
    }
  }
  shown.append(text.slice(at, to));
  shown.prepend(from ? "… " : "");
  shown.append(to < text.length ? " …" : "");
  return shown;
};

const result = (page) => {
  const [shown, heading, link, about] = ["li", "h2", "a", "p"].map((name) => document.createElement(name));
  link.href = page.href;
  link.textContent = page.title;
  about.className = "search__about";
  about.textContent = page.about;
  if (page.lang) {
    heading.lang = page.lang;
    heading.dir = page.dir;
  }
  heading.append(link);
  shown.append(heading, about);
  return shown;
};

const say = (sentence, number, wanted) => {
  status.textContent = sentence.replace("{number}", () => number).replace("{wanted}", () => wanted);
};

const search = async () => {
  const typed = field.value.trim();
  const words = wordsOf(typed);
  const asked = words.join(" ") + (field.value.endsWith(" ") ? " " : "");
  if (asked === last) {
    return;
  }
  last = asked;
  const mine = ++turn;
  history.replaceState(null, "", typed ? `?q=${encodeURIComponent(typed)}` : location.pathname);
  if (!words.length) {
    list.replaceChildren();
    say(typed ? says.empty : "", 0, "");
    return;
  }
  try {
    const { irregular, pages } = await piece("index.json");
    const stem = (word) => stemmer.stemWord(Object.hasOwn(irregular, word) ? irregular[word] : word);
    const wanted = words.map((word, at) => ({ word, stem: stem(word), isOpen: at === words.length - 1 && word.length > 1 && !field.value.endsWith(" ") }));
    const found = best(await Promise.all(wanted.map(pagesWith)));
    const texts = await Promise.all(found.slice(0, SHOWN).map((page) => piece(`texts/${pages[page].texts}.json`)));
    if (mine !== turn) {
      return;
    }
    list.replaceChildren(...found.slice(0, MOST).map((page) => result(pages[page])));
    texts.forEach((held, at) => {
      const shown = passage(held, wanted, stem);
      const { lang, dir } = pages[found[at]];
      Object.assign(shown, lang ? { lang, dir } : {});
      list.children[at].append(shown);
    });
    say(found.length > 1 ? says.many : found.length ? says.one : says.none, found.length, typed);
  } catch {
    last = null;
    list.replaceChildren();
    say(says.failed, 0, "");
  }
};

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
form.hidden = false;
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) {
  search();
}
