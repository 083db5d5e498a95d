package org.shuangbaodao.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Causes;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that {@code QUARKUS_MAILER_HOST} names; none, and there is no mail. */
@ApplicationScoped
class SmtpPostOffice implements PostOffice {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // RFC 5321 4.2.3: mailbox unavailable, not local, over quota, name not allowed, domain takes no mail. Other 5xx, such as a
    // failed login, are about us and not about the address.
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 552, 553, 556);

    private final ReactiveMailer mailer;
    private final boolean open;

    SmtpPostOffice(ReactiveMailer mailer, @ConfigProperty(name = "app.mail.server") Optional<String> server) {
        this.mailer = mailer;
        this.open = server.filter(name -> !name.isBlank()).isPresent();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(Mail mail) throws Undelivered {
        try {
            mailer.send(mail).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw new Undelivered(failure(e), e);
        }
    }

    static Failure failure(Throwable thrown) {
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof SMTPException refused) {
                return NO_SUCH_ADDRESS.contains(refused.getReplyCode()) ? Failure.NO_SUCH_ADDRESS : Failure.BUSY;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return Failure.AWAY;
            }
        }
        return Failure.OTHER;
    }
}
