/** The markers around the list of proposals that `list --write` keeps in a file. */
export const INDEX_BEGIN = '<!-- create-enhancement list -->';
export const INDEX_END = '<!-- /create-enhancement list -->';
