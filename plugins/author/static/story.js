// The story's field: buttons that put signs in, what is pasted as clean Markdown, and how it reads beside it while it is typed.
const field = document.querySelector("#story");
const look = document.querySelector("#story-look");
const said = document.querySelector("#story-said");
const tools = document.querySelector("#story-tools");
const largest = 3_500_000;

if (field) {
  const form = field.form;
  tools.hidden = false;
  field.setSelectionRange(field.value.length, field.value.length); // What is put in before anybody has been there goes to the end.
  field.addEventListener("input", showSoon);
  field.addEventListener("scroll", follow);
  field.addEventListener("paste", paste);
  field.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "b") {
      event.preventDefault();
      bold();
    }
  });
  form.addEventListener("click", event => {
    const button = event.target.closest("[data-put]");
    if (!button) return;
    event.preventDefault();
    const put = { heading: () => beginLines("## "), list: () => beginLines("- "), bold }[button.dataset.put];
    if (put) put();
    else putPicked(form.elements[button.dataset.put].value);
  });

  const brought = document.querySelector("#document");
  brought.querySelector("[data-cursor]").hidden = false;
  brought.addEventListener("submit", () => { brought.elements.at.value = field.selectionStart; });
  field.addEventListener("drop", event => {
    if (![...event.dataTransfer.files].some(file => file.name.toLowerCase().endsWith(".docx"))) return;
    event.preventDefault();
    brought.elements.document.files = event.dataTransfer.files;
    brought.elements.where.value = "cursor";
    brought.requestSubmit();
  });

  // As if it had been typed, so that Ctrl+Z takes it back.
  function write(text, start = field.selectionStart, end = field.selectionEnd) {
    field.focus();
    field.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, start, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function beginLines(mark) {
    const { value, selectionStart, selectionEnd } = field;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const after = value.indexOf("\n", selectionEnd);
    const end = after < 0 ? value.length : after;
    const lines = value.slice(start, end).split("\n");
    const isMarked = lines.every(line => line.startsWith(mark));
    const isApart = start === 0 || value[start - 2] === "\n" || start === 1;
    write((isApart || isMarked ? "" : "\n") + lines.map(line => (isMarked ? line.slice(mark.length) : mark + line)).join("\n"), start, end);
  }

  function bold() {
    const { value, selectionStart: start, selectionEnd: end } = field;
    const words = value.slice(start, end).trim() || "bold words";
    const from = start + value.slice(start, end).search(/\S|$/);
    const begin = end > start ? from : start;
    write(`**${words}**`, begin, end > start ? begin + words.length : end);
    field.setSelectionRange(begin + 2, begin + 2 + words.length);
  }

  // A photo stands by itself; a link keeps the words that are marked.
  function putPicked(text) {
    const { value, selectionStart: start, selectionEnd: end } = field;
    const marked = value.slice(start, end).trim();
    if (!text.startsWith("!")) return write(marked ? text.replace(/^\[.*\](?=\()|^\[.*\](?=\(<)/s, () => `[${marked}]`) : text);
    const before = start && !value.slice(0, start).endsWith("\n\n") ? (value[start - 1] === "\n" ? "\n" : "\n\n") : "";
    write(`${before}${text}\n\n`, start, start);
  }

  function sent(more) {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(more)) body.set(name, value);
    return { method: "POST", body };
  }

  async function paste(event) {
    const html = event.clipboardData.getData("text/html").replace(/(src=["']?)data:[^"'\s>]*/gi, "$1");
    const plain = event.clipboardData.getData("text/plain");
    if (!html || html.length > largest) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = field;
    said.textContent = "Pasting …";
    try {
      const body = new URLSearchParams({ token: form.elements.token.value, story: field.value, html });
      const answer = await fetch(field.dataset.pasted, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.statusText);
      const { text, lost } = await answer.json();
      write(text || plain, selectionStart, selectionEnd);
      said.textContent = `Pasted. ${lost}`;
    } catch {
      write(plain, selectionStart, selectionEnd);
      said.textContent = "Pasted as plain words. Is the window of the diary still open?";
    }
  }

  let soon, asked = 0;

  function showSoon() {
    clearTimeout(soon);
    soon = setTimeout(show, 250);
  }

  async function show() {
    const number = ++asked;
    try {
      const answer = await fetch(field.dataset.look, sent({}));
      const text = await answer.text();
      if (!answer.ok || number !== asked) return;
      look.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
      follow();
    } catch {
      // The line below the bar says so: what is typed could not be kept either.
    }
  }

  function follow() {
    const box = look.closest("section");
    const reach = field.scrollHeight - field.clientHeight;
    if (reach > 0) box.scrollTop = (field.scrollTop / reach) * (box.scrollHeight - box.clientHeight);
  }
}
