package org.shuangbaodao.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes a request with an Idempotency-Key happen once, however often it is sent: whoever repeats it gets the first answer. A
 * repetition that arrives while the first is still running waits for it. Refused requests leave no key behind.
 */
@ApplicationScoped
public class RequestKeys {

    private final EntityManager database;
    private final ObjectMapper json;
    private final BusinessTime time;

    RequestKeys(EntityManager database, ObjectMapper json, BusinessTime time) {
        this.database = database;
        this.json = json;
        this.time = time;
    }

    /**
     * @param key as the client sent it, 1–255 visible characters
     * @param body what was asked for; the same key with another body is refused
     * @throws Problem {@code common/idempotency-key-missing}, {@code common/idempotency-key-reused}
     */
    @Transactional(TxType.MANDATORY)
    public <T> T once(long actorId, String key, Object body, Class<T> answerType, Supplier<T> work) {
        if (key == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        String hash = hashOf(body);
        // Blocks while another transaction holds the same key; then it is either there or free again.
        int mine = database.createNativeQuery("insert ignore into request_key"
                + " (actor_id, request_key, request_hash, answer, created_at) values (?, ?, ?, '', ?)")
                .setParameter(1, actorId).setParameter(2, key).setParameter(3, hash)
                .setParameter(4, Timestamp.from(time.now())).executeUpdate();
        if (mine == 0) {
            return repeated(actorId, key, hash, answerType);
        }
        T answer = work.get();
        database.createNativeQuery("update request_key set answer = ? where actor_id = ? and request_key = ?")
                .setParameter(1, write(answer)).setParameter(2, actorId).setParameter(3, key).executeUpdate();
        return answer;
    }

    private <T> T repeated(long actorId, String key, String hash, Class<T> answerType) {
        Object[] first = (Object[]) database
                .createNativeQuery("select request_hash, answer from request_key where actor_id = ? and request_key = ?")
                .setParameter(1, actorId).setParameter(2, key).getSingleResult();
        if (!first[0].equals(hash)) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        try {
            return json.readValue((String) first[1], answerType);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hashOf(Object body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(write(body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
