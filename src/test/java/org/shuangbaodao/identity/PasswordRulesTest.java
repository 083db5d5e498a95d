package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.shuangbaodao.identity.LoginAttempts.Limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = { "我家门口有两棵树", "correct horse", "kq7-vb2x", "    spaces are fine    " })
    void whatIsLongEnoughAndUncommonWillDo(String password) {
        assertThat(PasswordRules.objection(password, "zhang.san")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "1234567, too-short", "我家门口有棵树, too-short", "Password, identity-common-password",
            "12345678, identity-common-password", "woaini1314, identity-common-password",
            "aabbaabbaabb, identity-common-password", "Zhang.San.1950, identity-password-is-login" })
    void theRestIsRefusedWithAReason(String password, String reason) {
        assertThat(PasswordRules.objection(password, "zhang.san.1950")).contains(reason);
    }

    @Test
    void longOnesAreTakenUpToALimit() {
        assertThat(PasswordRules.objection("长".repeat(63) + "x", "a")).contains("identity-common-password");
        assertThat(PasswordRules.objection("长短高低".repeat(32), "a")).isEmpty();
        assertThat(PasswordRules.objection("长短高低".repeat(32) + "x", "a")).contains("too-long");
    }

    @Test
    void locksGrowWithEachFailureAndEndAtAQuarterOfAnHour() {
        assertThat(Limit.LOGIN.lockAfter(4)).isEmpty();
        assertThat(Limit.LOGIN.lockAfter(5)).contains(Duration.ofSeconds(30));
        assertThat(Limit.LOGIN.lockAfter(6)).contains(Duration.ofSeconds(60));
        assertThat(Limit.LOGIN.lockAfter(1000)).contains(Duration.ofMinutes(15));
        assertThat(Limit.ADDRESS.lockAfter(49)).isEmpty();
    }
}
