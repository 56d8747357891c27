/**
 * What proposals are called, as parts of regular expressions in lower case. How much may be read as one of
 * these names depends on what stands around it, and so there are four lists.
 */

/** Short names that are no other words. */
export const SHORT_NAMES = 'adr|rfc|rfd|cfp|tap|[kgbp]ep|[eb]ip';

/** Every short name of the common forms; `step` and `ship` are among them, so something else has to vouch. */
export const SHORT_FORMS = '[a-z]{0,4}ep|[a-z]{1,3}ip|adr|rfc|rfd|cfp|tap|dep';

/** Whole words. */
export const LONG_NAMES = 'proposal|enhancement|decision|record';

/** What is said of a proposal in the keys of its own metadata. */
export const OWN_NAMES = `${SHORT_NAMES}|${LONG_NAMES}`;

/** What is said before the number of another proposal. */
export const RELATION_WORDS =
  /supersed|replac|depend|previous|obsolet|requires|related|amend|see[- ]?also|extends|follows\b|follow-up|ersetz|abgelöst|überholt|abhäng|remplac|annul|dépend|sustitu|substitu|reemplaz|sostitu|zastąp|zastęp|замен|замін|отмен|завис|取代|替代|替换|替換|依赖|依賴|置き換|廃止|依存|대체|의존|yerine/iu;

/** What the number of a proposal is called in its head. */
export const NUMBER_LABEL =
  /^(?:(?:rfc|kep|gep|bep|pep|adr|rfd|eip|bip|proposal|enhancement)[-_ ]?(?:number|no|id)?|number)$/i;
