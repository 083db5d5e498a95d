/**
 * What people are told, and how it reaches them: the inbox here, mail and group robots as a courtesy beside it. Owns
 * {@code inbox_message}, {@code outbox}, {@code mail_address} and {@code robot}; the sentences belong to the features that
 * tell. Must never break: a message is stored with the decision it tells of or not at all, and nobody is told the same twice.
 */
package org.shuangbaodao.inbox;
