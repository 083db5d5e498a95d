package org.shuangbaodao.display;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What one person wants everywhere. Null leaves a choice to the device at hand. */
@Entity
class DisplayPreference extends PanacheEntityBase {

    @Id
    public Long memberId;
    public String language;
    public String theme;
    public String textSize;
    @Version
    public int version;

    protected DisplayPreference() {
    }

    DisplayPreference(long memberId) {
        this.memberId = memberId;
    }
}
