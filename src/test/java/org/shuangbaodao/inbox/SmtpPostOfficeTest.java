package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpPostOfficeTest {

    @ParameterizedTest
    @CsvSource({ "421,BUSY", "450,BUSY", "451,BUSY", "535,BUSY", "550,NO_SUCH_ADDRESS", "551,NO_SUCH_ADDRESS",
            "553,NO_SUCH_ADDRESS", "554,BUSY" })
    void onlyWhatIsAboutTheAddressIsFinal(int reply, Failure failure) {
        SMTPException answer = new SMTPException("", reply, List.of(reply + " no"), false);

        assertThat(SmtpPostOffice.failure(new CompletionException(answer))).isEqualTo(failure);
    }

    @Test
    void aServerThatDoesNotAnswerIsAway() {
        assertThat(SmtpPostOffice.failure(new CompletionException(new ConnectException("refused")))).isEqualTo(Failure.AWAY);
        assertThat(SmtpPostOffice.failure(new TimeoutException())).isEqualTo(Failure.AWAY);
        assertThat(SmtpPostOffice.failure(new IllegalStateException())).isEqualTo(Failure.OTHER);
    }
}
