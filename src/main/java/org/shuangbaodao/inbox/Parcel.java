package org.shuangbaodao.inbox;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One message on its way out. Changed by conditional updates only: see {@link Outbox}. */
@Entity
@Table(name = "outbox")
class Parcel extends PanacheEntityBase {

    @Id
    public Long id;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Channel channel;
    public Long recipientId;
    public String message;
    public String arguments;
    public String path;
    public String onceKey;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ParcelState state;
    public int attempts;
    public Instant dueAt;
    public Instant createdAt;
    public Instant endedAt;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Failure failure;
    /** Raised by every step: whoever claims a parcel works on this version, and nobody else can end it. */
    public int version;

    protected Parcel() {
    }
}
