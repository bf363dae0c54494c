package dev.callsheet.runtime.support;

import java.time.Year;

/** Reads points in time (RFC 3339), leap seconds included, character by character. */
final class DateTimeSyntax {
  private static final String TEMPLATE = "dddd-dd-ddTdd:dd:dd";
  private static final int MINUTES_OF_DAY = 24 * 60;

  private DateTimeSyntax() {}

  /** Of a text that is long enough. */
  static boolean isDateTime(String text) {
    if (!matchesTemplate(text)) {
      return false;
    }
    int zone = endOfFraction(text);
    return zone > 0
        && isDate(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        && isTime(text, zone);
  }

  private static boolean matchesTemplate(String text) {
    for (int i = 0; i < TEMPLATE.length(); i++) {
      char c = text.charAt(i);
      char wanted = TEMPLATE.charAt(i);
      if (wanted == 'd' ? !isDigit(c) : c != wanted && !(wanted == 'T' && c == 't')) {
        return false;
      }
    }
    return true;
  }

  /** Where the zone begins; 0 when the fraction has no digit. */
  private static int endOfFraction(String text) {
    int at = TEMPLATE.length();
    if (text.charAt(at) != '.') {
      return at;
    }
    int start = ++at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at == start ? 0 : at;
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 ? (Year.isLeap(year) ? 29 : 28) : daysInMonth(month));
  }

  private static int daysInMonth(int month) {
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static boolean isTime(String text, int zone) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int offset = offsetMinutes(text, zone);
    if (hour > 23 || minute > 59 || second > 60 || offset == Integer.MIN_VALUE) {
      return false;
    }
    int utc = Math.floorMod(hour * 60 + minute - offset, MINUTES_OF_DAY);
    return second < 60 || utc == MINUTES_OF_DAY - 1;
  }

  /** In minutes; the least of all numbers when it is none. */
  private static int offsetMinutes(String text, int zone) {
    int left = text.length() - zone;
    if (left == 1 && (text.charAt(zone) == 'Z' || text.charAt(zone) == 'z')) {
      return 0;
    }
    boolean isOffset =
        left == "+hh:mm".length()
            && (text.charAt(zone) == '+' || text.charAt(zone) == '-')
            && isDigit(text.charAt(zone + 1))
            && isDigit(text.charAt(zone + 2))
            && text.charAt(zone + 3) == ':'
            && isDigit(text.charAt(zone + 4))
            && isDigit(text.charAt(zone + 5));
    if (!isOffset) {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, zone + 1, zone + 3);
    int minutes = number(text, zone + 4, zone + 6);
    if (minutes > 59 || hours * 60 + minutes > 18 * 60) {
      return Integer.MIN_VALUE;
    }
    return (text.charAt(zone) == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
