//! What a page looks like: data in, callbacks out. The first render is pure and runs at build time and in the browser.
