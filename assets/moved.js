// A browser's translator moves elements into others of its own, or takes them away. What the program puts before such an
// element goes before it where it is now; what the program removes goes wherever it is. Without this, the browser would refuse,
// and the program would stop.
(() => {
  var nodes = Node.prototype, { insertBefore } = nodes;
  nodes.insertBefore = function (node, next) {
    var within = this.contains(next);
    return insertBefore.call(within ? next.parentNode : this, node, within ? next : null);
  };
  nodes.removeChild = function (node) {
    node.remove();
    return node;
  };
})();
