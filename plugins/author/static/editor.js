// What is typed is kept while it is typed: two seconds after a pause nothing can be lost. Without this script, every button keeps it.
const form = document.querySelector("#form");
const kept = document.querySelector("#kept");
const pause = 800;
const longest = 1200;

if (form) {
  let soon, since = 0, last = serialised();
  let isSent = false; // A form that is on its way carries all that was typed: what a slow save lets through after it would come back as words of another window.

  function serialised() {
    return new URLSearchParams(new FormData(form)).toString();
  }

  async function keep() {
    since = 0;
    const body = serialised();
    if (isSent || body === last) return;
    try {
      const answer = await fetch(form.dataset.typed, {
        method: "POST", body, keepalive: body.length < 60000, headers: { "Content-Type": "application/x-www-form-urlencoded" },
      });
      if (answer.status === 409) {
        // This window was saved, and is typed in again after the way back: it goes on as another one.
        form.elements.window.value = crypto.randomUUID();
        return keep();
      }
      if (!answer.ok) throw new Error(answer.statusText);
      last = body;
      kept.textContent = await answer.text();
    } catch {
      kept.textContent = "What you type could not be kept. Is the window of the diary still open?";
    }
  }

  form.addEventListener("submit", () => { isSent = true; });
  form.addEventListener("input", () => {
    isSent = false;
    const now = performance.now();
    since ||= now;
    clearTimeout(soon);
    soon = setTimeout(keep, Math.max(0, Math.min(pause, since + longest - now)));
  });
  addEventListener("pagehide", keep);
}
