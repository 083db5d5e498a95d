package org.shuangbaodao.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A digest as it is published and as somebody keeps it. Whoever has one from last month finds out with it that everything up
 * to then is still there as it was.
 *
 * @param leaves all of them, or some; they are not needed to check the root against the stored ones
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SavedDigest(LocalDate day, Instant madeAt, String digest, long branches, String root, String previous,
        String signatureAlgorithm, String signature, String publicKey, List<DigestLeaf> leaves) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public SavedDigest {
        leaves = leaves == null ? List.of() : List.copyOf(leaves);
    }

    static SavedDigest of(SealedDay day, List<DigestLeaf> leaves) {
        DigestStatement statement = day.statement();
        DigestSignature signature = day.signature();
        return new SavedDigest(statement.day(), statement.madeAt(), statement.digest(), statement.branches(), statement.root(),
                statement.previous(), signature.algorithm(), signature.value(), signature.publicKey(), leaves);
    }

    /** @throws IOException when the file cannot be read or is no digest */
    public static SavedDigest read(Path file) throws IOException {
        try {
            SavedDigest saved = JSON.readValue(Files.readString(file), SavedDigest.class);
            if (saved.day == null || saved.madeAt == null || saved.digest == null || saved.root == null
                    || saved.signature == null || saved.publicKey == null) {
                throw new IOException("'%s' is not a daily digest".formatted(file));
            }
            return saved;
        } catch (JsonProcessingException e) {
            throw new IOException("'%s' is not a daily digest".formatted(file), e);
        }
    }

    DigestStatement statement() {
        return new DigestStatement(day, madeAt, digest, branches, root, previous);
    }

    DigestSignature signed() {
        return new DigestSignature(signatureAlgorithm, signature, publicKey);
    }

    boolean isComplete() {
        return leaves.size() == branches;
    }
}
