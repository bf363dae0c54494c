package dev.callsheet.sandbox.behavior;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Parses the written form of a wire fault. */
final class WireFaultParser {
  private static final String EXAMPLES =
      "status=429,retry-after=2s or html=502 or error=CODE or beside=CODE or drop or silence or"
          + " cut=1000 or delay=5s, and behind it nobody, on=poll, times=3, before, after";

  private final String text;
  private final Map<String, String> settings = new LinkedHashMap<>();

  private WireFaultParser(String text) {
    this.text = text;
    for (String word : text.split(",", -1)) {
      int equals = word.indexOf('=');
      settings.put(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? "" : word.substring(equals + 1));
    }
  }

  static WireFault parse(String text) {
    return new WireFaultParser(text).toFault();
  }

  /** Removes the settings that it has used. */
  private WireFault toFault() {
    WireFault fault = effect();
    for (var word : settings.entrySet()) {
      fault =
          switch (word.getKey()) {
            case "on" -> fault.on(target(word.getValue()));
            case "times" -> fault.times(number(word.getValue()));
            case "before" -> fault.beforeAccepting();
            case "after" -> fault.afterAccepting();
            default ->
                throw new IllegalArgumentException(
                    "'" + word.getKey() + "' is not a setting of a fault: write " + EXAMPLES);
          };
    }
    return fault;
  }

  private WireFault effect() {
    if (settings.containsKey("status")) {
      int status = number(settings.remove("status"));
      String pause = settings.remove("retry-after");
      return pause == null
          ? WireFault.status(status)
          : WireFault.status(status, DurationParser.parse(pause));
    }
    if (settings.containsKey("html")) {
      return WireFault.htmlPage(number(settings.remove("html")));
    }
    if (settings.containsKey("drop")) {
      settings.remove("drop");
      return WireFault.dropReply();
    }
    if (settings.containsKey("cut")) {
      return WireFault.truncate(number(settings.remove("cut")));
    }
    if (settings.containsKey("delay")) {
      return WireFault.delayReply(DurationParser.parse(settings.remove("delay")));
    }
    if (settings.containsKey("error")) {
      String code = code(settings.remove("error"));
      boolean named = settings.remove("nobody") == null;
      return named ? WireFault.error(code) : WireFault.errorWithoutTask(code);
    }
    if (settings.containsKey("beside")) {
      return WireFault.additionalError(code(settings.remove("beside")));
    }
    if (settings.containsKey("silence")) {
      settings.remove("silence");
      return WireFault.silence();
    }
    throw new IllegalArgumentException("'" + text + "' is not a fault: write " + EXAMPLES);
  }

  private static String code(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an error has a code: write error=providerError");
    }
    return text;
  }

  private static WireFault.Target target(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "submit" -> WireFault.Target.SUBMIT;
      case "poll" -> WireFault.Target.POLL;
      case "media" -> WireFault.Target.MEDIA;
      case "any" -> WireFault.Target.ANY;
      default ->
          throw new IllegalArgumentException(
              "on=" + text + ": write on=submit, on=poll, on=media or on=any");
    };
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the exception below
    }
    throw new IllegalArgumentException("'" + text + "' is not a number from 1 up");
  }
}
