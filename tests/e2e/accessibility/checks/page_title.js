// The title says what the first heading says, and there is one first heading.
const [heading, ...more] = every("h1").filter(isShown), title = document.title.trim();
if (!heading) fault(document.documentElement, "has no first heading");
else if (!title.includes(heading.textContent.trim())) fault(heading, `is not in the title “${title}”`);
for (const other of more) fault(other, "is a second first heading");
