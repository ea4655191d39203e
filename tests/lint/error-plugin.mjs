/**
 * One idiom of errors: what was thrown is told by its code (`isCode`, `errorCode`), never by its class or its name. A class of ours
 * may be there twice, and a name is text. What a browser made is told by `foreignName`.
 */

/** Classes of errors of the language, which say no more than that it is an error. */
const builtIn = new Set(['Error', 'AggregateError']);

const says = 'Errors are told by their code: isCode, errorCode, or foreignName for what a browser made.';

/** @param {any} node */
const isName = (node) =>
  node?.type === 'MemberExpression' && node.property?.name === 'name' && isError(node.object);

/** @param {any} node */
const isError = (node) =>
  /^(error|fault|trouble|problem|reason|cause)$/i.test(node?.name ?? node?.property?.name ?? '');

/** @param {{ report: (problem: object) => void }} context */
function create(context) {
  return {
    BinaryExpression(/** @type {any} */ node) {
      const { operator, left, right } = node;
      const byClass =
        operator === 'instanceof' &&
        ((/(Error|Exception|Fault)$/.test(right.name ?? '') && !builtIn.has(right.name)) ||
          (isError(left) && !builtIn.has(right.name)));
      const byName = /^[!=]==?$/.test(operator) && (isName(left) || isName(right));
      if (byClass || byName) context.report({ node, message: says });
    },
    SwitchStatement(/** @type {any} */ node) {
      if (isName(node.discriminant)) context.report({ node, message: says });
    },
  };
}

export default { meta: { name: 'errors' }, rules: { code: { meta: { type: 'problem' }, create } } };
