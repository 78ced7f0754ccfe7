// Sends a comment without a new page. Without this module the form works all the same, on a page of the service.
// Nothing is kept on the device: the words live in the form, and go when the page does.
const PATIENCE = 20_000;

function enhance(form) {
  const words = form.elements.namedItem("words");
  const parent = form.elements.namedItem("parent");
  const send = form.querySelector(".comment-form__send");
  const status = form.querySelector(".comment-form__status");
  const answering = form.querySelector(".comment-form__answering");
  const described = words.getAttribute("aria-describedby");
  const answered = document.createElement("bdi");
  const plain = document.createElement("button");
  let isSending = false;

  function say(sentence) {
    status.textContent = sentence;
  }

  function answer(number, name) {
    parent.value = number;
    answering.hidden = number === "";
    answered.textContent = name;
    // Whoever hears the page is told with the field whom they answer.
    words.setAttribute("aria-describedby", number === "" ? described : `${answering.id} ${described}`);
  }

  function showFaults(faults) {
    for (const field of [words, form.elements.namedItem("name")]) {
      const sentence = faults[field.name] ?? "";
      document.getElementById(`${field.id}-fault`).textContent = sentence;
      field.toggleAttribute("aria-invalid", false);
      if (sentence) field.setAttribute("aria-invalid", "true");
    }
    form.querySelector("[aria-invalid]")?.focus();
  }

  async function refusal(response) {
    try {
      return await response.json();
    } catch {
      return { message: form.dataset.unanswered };
    }
  }

  async function deliver() {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const told = await refusal(response);
    // What a machine filled in is taken out, so that a person can press the button once more.
    form.elements.namedItem("website").value = "";
    if (response.ok) form.reset();
    if (response.ok || told.drops_parent) answer("", "");
    showFaults(told.fields ?? {});
    say(told.message ?? form.dataset.unanswered);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    send.setAttribute("aria-disabled", "true");
    say(form.dataset.sending);
    try {
      await deliver();
    } catch {
      say(navigator.onLine ? form.dataset.unanswered : form.dataset.offline);
    }
    isSending = false;
    send.removeAttribute("aria-disabled");
  });

  for (const link of document.querySelectorAll(".comment__reply")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      answer(link.dataset.number, link.dataset.name);
      words.focus();
    });
  }

  // Written here, since a browser that shows no script's work may show what is hidden.
  plain.type = "button";
  plain.className = "comment-form__plain";
  plain.textContent = answering.dataset.plain;
  answering.append(answering.dataset.before, answered, answering.dataset.after, plain);
  plain.addEventListener("click", () => {
    answer("", "");
    words.focus();
  });

  // Words that were not sent are asked about before the page goes; on a shared phone nobody finds them afterwards.
  window.addEventListener("beforeunload", (event) => {
    if (words.value.trim()) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    form.reset();
    answer("", "");
    say("");
  });
}

// A phone that is too old to stop waiting sends the plain form.
if ("timeout" in AbortSignal) {
  for (const form of document.querySelectorAll(".comment-form")) enhance(form);
}
