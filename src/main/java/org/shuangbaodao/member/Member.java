package org.shuangbaodao.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A person. The id number is optional, encrypted and never a key; what stands in for it everywhere is the generated number
 * (MZ/T 061-2015 asks for one so that id numbers need not be shown).
 */
@Entity
public class Member extends PanacheEntityBase {

    @Id
    public Long id;
    public String number;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public MemberCategory category;
    public String name;
    public String sortKey;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Gender gender = Gender.UNSTATED;
    public LocalDate birthDate;
    public LocalDate joinedOn;
    public String phoneCipher;
    public String idNumberCipher;
    public String idNumberIndex;
    public String skills = "";
    public Long residenceId;
    public Instant createdAt;
    public Instant anonymizedAt;
    @Version
    public int version;

    protected Member() {
    }

    public Member(MemberCategory category, String name, Instant createdAt) {
        this.id = Ids.next();
        this.number = "M" + Ids.text(id);
        this.category = category;
        rename(name);
        this.createdAt = createdAt;
    }

    public void rename(String newName) {
        this.name = Names.tidy(newName);
        this.sortKey = Names.sortKey(name);
    }

    public static Optional<Member> byNumber(String number) {
        return find("number", number).firstResultOptional();
    }
}
