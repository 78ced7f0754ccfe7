/* Photos large, over the page: by keyboard, mouse and swipe. Without this each photo is a link to its large file. */

const SWIPE = 40;
const links = [...document.querySelectorAll("a[data-close]")];
const says = document.querySelector("script[data-previous]").dataset;

/* A sentence of the page with what only this script knows. */
function said(sentence, known) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => known[name]);
}

function made(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function button(text, act) {
  const element = made("button", "lightbox__button", text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

class Lightbox {
  constructor() {
    this.dialog = made("dialog", "lightbox");
    this.figure = made("figure", "lightbox__figure");
    this.words = made("figcaption", "lightbox__words");
    this.place = made("p", "lightbox__place");
    this.place.role = "status";
    const bar = made("div", "lightbox__bar");
    bar.append(button(says.close, () => this.dialog.close()));
    if (links.length > 1) {
      bar.append(button(says.previous, () => this.step(-1)), this.place, button(says.next, () => this.step(1)));
    }
    this.dialog.append(bar, this.figure);
    this.listen();
    document.body.append(this.dialog);
  }

  listen() {
    const keys = { ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1), Home: () => this.show(0), End: () => this.show(links.length - 1) };
    this.dialog.addEventListener("keydown", (event) => {
      if (keys[event.key] && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        keys[event.key]();
      }
    });
    this.dialog.addEventListener("close", () => {
      this.figure.replaceChildren();
      links[this.at].focus();
    });
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog || event.target === this.figure) this.dialog.close();
    });
    this.swipe();
  }

  swipe() {
    let start = null;
    this.figure.addEventListener("pointerdown", (event) => {
      // A second finger means that somebody enlarges.
      start = event.isPrimary && event.pointerType !== "mouse" ? event : null;
    });
    this.figure.addEventListener("pointerup", (event) => {
      const [x, y] = start ? [event.clientX - start.clientX, event.clientY - start.clientY] : [0, 0];
      start = null;
      if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) this.step(x < 0 ? 1 : -1);
    });
    this.figure.addEventListener("pointercancel", () => { start = null; });
  }

  step(by) {
    this.show((this.at + by + links.length) % links.length);
  }

  /* Whoever cannot see the photo hears what it shows, when it opens and when the next one comes. */
  tell(alt) {
    this.dialog.ariaLabel = said(says.name, { shows: alt });
    this.place.replaceChildren(said(says.place, { at: this.at + 1, count: links.length }), made("span", "visually-hidden", `: ${alt}`));
  }

  show(at) {
    this.at = at;
    const link = links[at];
    const image = made("img", "lightbox__image");
    const { width, height, close } = link.dataset;
    image.alt = link.querySelector("img").alt;
    Object.assign(image, { width, height, sizes: `min(100vw, calc(100vh * ${(width / height).toFixed(3)}))`, srcset: close, src: link.href });
    const words = link.closest("figure").querySelector("figcaption");
    this.words.replaceChildren(...(words ? words.cloneNode(true).childNodes : []));
    this.figure.replaceChildren(image, ...(words ? [this.words] : []));
    this.tell(image.alt);
    if (!this.dialog.open) this.dialog.showModal();
  }
}

if (links.length && window.HTMLDialogElement) {
  const lightbox = new Lightbox();
  links.forEach((link, at) => {
    link.addEventListener("click", (event) => {
      if (event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      lightbox.show(at);
    });
  });
}
