// Names the partner whose page this frame is in: the address asks for a credit, the campaign lists the partner, and the
// page around the frame is on the partner's own site. Anything else stays neutral. Only the origin of the page around is
// looked at, never its address or title.
document.addEventListener("DOMContentLoaded", () => {
  var slug = new URLSearchParams(location.search).get("p");
  var around = (location.ancestorOrigins || [])[0];
  try {
    around = around || new URL(document.referrer).origin;
  } catch (_) {}
  document.querySelectorAll("[data-partner]").forEach(line => {
    line.hidden = line.dataset.partner !== slug || line.dataset.origin !== around;
  });
});
