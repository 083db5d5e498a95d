package org.shuangbaodao.identity;

import java.text.Normalizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Hashes passwords and compares them, a few at a time. */
@ApplicationScoped
class Passwords {

    static final int BUSY_SECONDS = 5;

    private final PasswordHashing hashing;

    Passwords(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    /** @throws Problem {@code identity/busy} */
    String hash(String password) {
        return await(() -> hashing.hash(plain(password)));
    }

    /**
     * Whether this is the password.
     *
     * @param hash null when there is no account: the answer is no, after the same work
     * @throws Problem {@code identity/busy}
     */
    boolean matches(String password, String hash) {
        return await(() -> hashing.matches(plain(password), hash));
    }

    /** The same password, however the keyboard composed it. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static <T> T await(Supplier<CompletionStage<T>> work) {
        try {
            // Laid aside while the work is handed over: the hashing thread would take a running transaction along, and letting go of it there can
            // meet its commit here.
            CompletableFuture<T> answer = QuarkusTransaction.suspendingExisting()
                    .call(() -> work.get().toCompletableFuture());
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BulkheadException) {
                throw new Problem(IdentityProblem.BUSY).with("retryAfter", BUSY_SECONDS);
            }
            throw e;
        }
    }
}
