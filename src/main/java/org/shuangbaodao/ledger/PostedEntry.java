package org.shuangbaodao.ledger;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * An entry as other features see it.
 *
 * @param period quarter it is booked in
 * @param parameters canonical JSON: what led to the amount
 * @param reverses the entry it takes back, or null
 */
public record PostedEntry(long id, long branchId, long sequence, Book book, long holderId, Long communityId, String period,
        LocalDate servedOn, long amount, EntryKind kind, String ruleItem, int ruleVersion, String parameters, Source source,
        Long reverses, Instant postedAt, long postedBy, Proof proof) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * What ties the entry into its chain.
     *
     * @param text what is hashed
     * @param digest name of the hash function
     */
    public record Proof(String text, String digest, String previousHash, String hash) {
    }

    /** The parameters by name. */
    public Map<String, Object> facts() {
        try {
            return JSON.readValue(parameters, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
