package org.shuangbaodao.inbox;

import io.quarkus.mailer.Mail;

/** The mail server of this installation, if it has one. */
interface PostOffice {

    boolean isOpen();

    /**
     * Hands a mail over; returning means that the server has taken it.
     *
     * @throws Undelivered why it has not, or that nobody knows
     */
    void send(Mail mail) throws Undelivered;
}
