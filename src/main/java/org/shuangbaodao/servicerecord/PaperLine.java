package org.shuangbaodao.servicerecord;

import java.time.LocalDate;

/**
 * A row of a paper sheet that a record is typed from.
 *
 * @param receivedOn the day the office received the sheet, null where the record counts as entered when it was typed
 */
public record PaperLine(long sheetId, String code, int row, LocalDate receivedOn) {

    void mark(ServiceRecord record) {
        record.paperSheetId = sheetId;
        record.paperCode = code;
        record.paperRow = row;
        record.paperReceivedOn = receivedOn;
    }
}
