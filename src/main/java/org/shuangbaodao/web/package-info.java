/**
 * What every page and every answer shares: the frame, the reader's language, forms, notices, errors, and the filters a request
 * passes before it reaches a feature. Owns no table. Must never break: whatever goes wrong is told in the reader's language
 * with a fitting status, and nothing of the inside (stack traces, class names, SQL) leaves the house.
 */
package org.shuangbaodao.web;
