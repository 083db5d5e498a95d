package org.shuangbaodao.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Argon2id costs a sixth of a second of a core: a crowd at the login page may take two cores, not the whole service. Twenty
 * more wait, the others are asked to come back.
 */
@ApplicationScoped
class PasswordHashing {

    // The OWASP floor for Argon2id: 19 MiB, two passes, one lane.
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;

    // Compared with where there is no account, so that the answer takes as long.
    // Made up and not computed: no password has this hash.
    private final String nobody = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(ARGON2.getMemory(), ARGON2.getIterations(),
            ARGON2.getParallelism(), random(SALT_BYTES), random(ARGON2.getOutputLength()));

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    @Asynchronous
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = WAITING)
    CompletionStage<String> hash(String password) {
        return CompletableFuture.completedStage(Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult());
    }

    @Asynchronous
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = WAITING)
    CompletionStage<Boolean> matches(String password, String hash) {
        boolean same = Password.check(password, hash == null ? nobody : hash)
                .with(Argon2Function.getInstanceFromHash(hash == null ? nobody : hash));
        return CompletableFuture.completedStage(same && hash != null);
    }
}
