package org.shuangbaodao.roster;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.member.PersonalFields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rows of rosters hold id numbers and telephones of people who are not members yet: they lie encrypted. */
@ApplicationScoped
class SealedRows {

    private final PersonalFields fields;
    private final ObjectMapper json;

    SealedRows(PersonalFields fields, ObjectMapper json) {
        this.fields = fields;
        this.json = json;
    }

    String seal(RosterLine line, List<Finding> findings) {
        try {
            return fields.encrypt(json.writeValueAsString(new Content(line, findings)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Content open(RosterRow row) {
        try {
            return json.readValue(fields.decrypt(row.contentCipher), Content.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a row says, and what was noticed about it. */
    record Content(RosterLine line, List<Finding> findings) {
    }
}
