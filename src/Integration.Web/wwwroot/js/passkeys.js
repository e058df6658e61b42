// Forms with data-passkey="get" or "create": asks the server for a challenge, the device for an answer, and posts that
// answer as an ordinary form. Without a browser that can do it, the form stays hidden.
const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;

async function options(form, kind) {
  const response = await fetch(`/account/passkey-options/${kind}`, {
    method: "POST",
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

async function answer(form) {
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options(form, "create")) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options(form, "get")) });
}

for (const form of can ? document.querySelectorAll("form[data-passkey]") : []) {
  const problem = form.querySelector("[role=alert]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      const credential = await answer(form);
      form.querySelector("input[name$=Credential]").value = JSON.stringify(credential);
      form.submit();
    } catch {
      // Cancelled by the person, refused by the device, or the server is away: the same sentence helps in each case.
      problem.textContent = form.dataset.failed;
      problem.hidden = false;
    }
  });
}
