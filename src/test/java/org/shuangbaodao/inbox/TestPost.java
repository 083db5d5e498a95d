package org.shuangbaodao.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.test.Mock;

/** A mail server that can go away, refuse an address, and shows what it took. */
@Mock
@ApplicationScoped
class TestPost implements PostOffice {

    private final List<Mail> taken = new ArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void send(Mail mail) throws Undelivered {
        if (away) {
            throw new Undelivered(Failure.AWAY);
        }
        if (refused.contains(mail.getTo().get(0))) {
            throw new Undelivered(Failure.NO_SUCH_ADDRESS);
        }
        synchronized (taken) {
            taken.add(mail);
        }
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    void refuse(String address) {
        refused.add(address);
    }

    List<Mail> to(String address) {
        synchronized (taken) {
            return taken.stream().filter(mail -> mail.getTo().contains(address)).toList();
        }
    }
}
