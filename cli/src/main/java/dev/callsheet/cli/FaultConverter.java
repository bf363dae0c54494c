package dev.callsheet.cli;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.sandbox.knob.WireFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a mishap on the wire: {@code status=503}, {@code html=502}, {@code drop}, {@code cut=1000}
 * or {@code delay=5s}; with {@code retry-after=2s}, {@code on=submit|poll|media|any}, {@code
 * times=3}, {@code before} or {@code after} behind it, all joined by commas.
 */
final class FaultConverter implements ITypeConverter<WireFault> {
  @Override
  public WireFault convert(String text) {
    Map<String, String> words = words(text);
    WireFault fault = effect(words, text);
    for (var word : words.entrySet()) {
      fault =
          switch (word.getKey()) {
            case "on" -> fault.on(target(word.getValue()));
            case "times" -> fault.times(number(word.getValue()));
            case "before" -> fault.beforeAccepting();
            case "after" -> fault.afterAccepting();
            default ->
                throw new TypeConversionException(
                    "'" + word.getKey() + "' says nothing of a fault: write " + EXAMPLES);
          };
    }
    return fault;
  }

  private static final String EXAMPLES =
      "status=429,retry-after=2s or html=502 or error=CODE or beside=CODE or drop or silence or"
          + " cut=1000 or delay=5s, and behind it nobody, on=poll, times=3, before, after";

  private static WireFault effect(Map<String, String> words, String text) {
    if (words.containsKey("status")) {
      int status = number(words.remove("status"));
      String pause = words.remove("retry-after");
      return pause == null
          ? WireFault.status(status)
          : WireFault.status(status, Durations.parse(pause));
    }
    if (words.containsKey("html")) {
      return WireFault.notJson(number(words.remove("html")));
    }
    if (words.containsKey("drop")) {
      words.remove("drop");
      return WireFault.dropReply();
    }
    if (words.containsKey("cut")) {
      return WireFault.cut(number(words.remove("cut")));
    }
    if (words.containsKey("delay")) {
      Duration pause = Durations.parse(words.remove("delay"));
      return WireFault.delayReply(pause);
    }
    if (words.containsKey("error")) {
      String code = code(words.remove("error"));
      boolean named = words.remove("nobody") == null;
      return named ? WireFault.error(code) : WireFault.errorOfNobody(code);
    }
    if (words.containsKey("beside")) {
      return WireFault.errorBeside(code(words.remove("beside")));
    }
    if (words.containsKey("silence")) {
      words.remove("silence");
      return WireFault.silence();
    }
    throw new TypeConversionException("'" + text + "' is not a fault: write " + EXAMPLES);
  }

  private static String code(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("an error has a code: write error=providerError");
    }
    return text;
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text.split(",", -1)) {
      int equals = word.indexOf('=');
      words.put(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? "" : word.substring(equals + 1));
    }
    return words;
  }

  private static WireFault.Target target(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "submit" -> WireFault.Target.SUBMIT;
      case "poll" -> WireFault.Target.POLL;
      case "media" -> WireFault.Target.MEDIA;
      case "any" -> WireFault.Target.ANY;
      default ->
          throw new TypeConversionException(
              "on=" + text + ": write on=submit, on=poll, on=media or on=any");
    };
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    throw new TypeConversionException("'" + text + "' is not a number from 1 up");
  }
}
