package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a platform is spoken to over HTTP. Paths, headers and members may have names in braces:
 * {@code {model}}, {@code {route}}, {@code {id}} and the links that a reply gave.
 *
 * @param name the platform's name, such as {@code fal}
 * @param title its name for people
 * @param base the address that paths begin at
 * @param hosts the only hosts that may see the key, and that links may lead to
 * @param key where the key comes from, and how it travels
 * @param headers constant headers of every request
 * @param model a regular expression over a model's id, whose named groups are names, too; the group
 *     {@code spec} is the id of its spec where an id says more, such as a version; null where no
 *     part of it is needed
 * @param links the addresses of a task by their names, where no reply says them
 * @param submit the request that makes a task
 * @param poll the request that asks for a task; null where the reply to {@code submit} is the
 *     result
 * @param result where the result is, and what in it is media
 * @param cancel the request that cancels a task; null where there is none
 * @param errors how errors look, in the order in which they are tried
 * @param retryable where a reply says whether the same may succeed later; null where it does not
 * @param classes which codes, words and statuses make an error of a class
 * @param pace how fast the platform may be asked, and where it says how long to wait
 * @param once what a lost reply means
 * @param upload how a file is stored, to be named in a request; null where none can be
 */
public record PlatformProtocol(
    String name,
    String title,
    URI base,
    List<String> hosts,
    Key key,
    Map<String, String> headers,
    @Nullable String model,
    Map<String, String> links,
    Submit submit,
    @Nullable Poll poll,
    Result result,
    @Nullable Cancel cancel,
    List<ErrorForm> errors,
    @Nullable Locator retryable,
    Map<String, List<String>> classes,
    Pace pace,
    Once once,
    @Nullable Upload upload) {

  /** Fills in what is left out. */
  public PlatformProtocol {
    hosts = hosts == null || hosts.isEmpty() ? List.of(base.getHost()) : List.copyOf(hosts);
    headers = Lists.copyOf(headers);
    links = Lists.copyOf(links);
    result =
        Objects.requireNonNullElseGet(
            result,
            () -> new Result(null, Locator.BODY, null, List.of(), List.of(), null, false, null));
    errors = Lists.copyOf(errors);
    classes = Lists.copyOf(classes);
    pace = Objects.requireNonNullElseGet(pace, () -> new Pace(null, List.of()));
  }

  /**
   * The protocol that a JSON object describes, as a platform's file does.
   *
   * @throws IllegalArgumentException if it describes none
   */
  public static PlatformProtocol of(JsonNode description) {
    return DescriptionJson.read(description, PlatformProtocol.class);
  }

  /**
   * The protocol that {@link #toJson} wrote, as generated code holds it.
   *
   * @throws IllegalArgumentException if it describes none
   */
  public static PlatformProtocol of(String description) {
    return DescriptionJson.read(description, PlatformProtocol.class);
  }

  /** The id of the spec of a model whose id says more; empty where that is its own. */
  public Optional<String> specId(String id) {
    if (model == null || !model.contains("(?<spec>")) {
      return Optional.empty();
    }
    var parts = Pattern.compile(model).matcher(id);
    return parts.matches() ? Optional.ofNullable(parts.group("spec")) : Optional.empty();
  }

  /** The JSON object that {@link #of(String)} reads. */
  public String toJson() {
    return DescriptionJson.write(this);
  }

  /**
   * The key to the account.
   *
   * @param variable the environment variable that has it
   * @param header the header that carries it
   * @param value the header's value, with {@code {key}} in it
   */
  public record Key(String variable, String header, String value) {}

  /** What the reply to a submission is. */
  public enum ReplyKind {
    /** A name for the task, and perhaps links. */
    @JsonProperty("link")
    LINK,
    /** The same as the reply to a poll. */
    @JsonProperty("state")
    STATE,
    /** The result. */
    @JsonProperty("result")
    RESULT
  }

  /**
   * The request that makes a task.
   *
   * @param request its method and path or address
   * @param routes what {@code {route}} stands for, by the request's body; the first that holds
   * @param wrap the member that holds the model's input; null where the body is the input
   * @param with members beside that, or beside the input's own
   * @param headers headers of this request alone
   * @param accepted the statuses that mean that the task was taken
   * @param reply what the reply is
   * @param id where the reply says what the platform calls the task
   * @param links where the reply says which addresses are about the task
   * @param timeout how long the reply may take; null for as long as any
   */
  public record Submit(
      String request,
      List<Route> routes,
      @Nullable String wrap,
      Map<String, String> with,
      Map<String, String> headers,
      List<String> accepted,
      ReplyKind reply,
      @Nullable Locator id,
      Map<String, Locator> links,
      @Nullable TimeSpan timeout) {
    /** Fills in what is left out. */
    public Submit {
      routes = Lists.copyOf(routes);
      with = Lists.copyOf(with);
      headers = Lists.copyOf(headers);
      accepted = accepted == null ? List.of("2xx") : List.copyOf(accepted);
      reply = Objects.requireNonNullElse(reply, ReplyKind.LINK);
      links = Lists.copyOf(links);
    }
  }

  /**
   * A part of a path that depends on the request.
   *
   * @param condition what holds of the body then; null for always
   * @param path what {@code {route}} stands for
   */
  public record Route(@JsonProperty("if") @Nullable Condition condition, String path) {}

  /**
   * What a reply means that does not say so by a word.
   *
   * @param condition what holds of the reply
   * @param is the state of the task then
   */
  public record StateRule(@JsonProperty("if") Condition condition, RemoteState is) {}

  /**
   * The request that asks for a task.
   *
   * @param request its method and path or address
   * @param query parameters of its address
   * @param state where the word stands that says the state; null where {@code when} says all
   * @param states the words for each state; another word counts as running
   * @param when what is looked at before the word, in order
   * @param progress how far the task has come; null where the platform does not say
   * @param atLeast the shortest time between two polls; null for none
   * @param giveUp after how long without an end a task counts as failed
   */
  public record Poll(
      String request,
      Map<String, String> query,
      @Nullable Locator state,
      Map<RemoteState, List<String>> states,
      List<StateRule> when,
      @Nullable Progress progress,
      @Nullable TimeSpan atLeast,
      TimeSpan giveUp) {
    /** Fills in what is left out. */
    public Poll {
      query = Lists.copyOf(query);
      states = Lists.copyOf(states);
      when = Lists.copyOf(when);
      giveUp = Objects.requireNonNullElseGet(giveUp, () -> new TimeSpan("24h"));
    }
  }

  /**
   * How far a task has come.
   *
   * @param at where the number stands
   * @param full the number that means that it is done, such as 1 or 100
   */
  public record Progress(Locator at, int full) {}

  /**
   * The result.
   *
   * @param request the request that fetches it; null where the last reply has it
   * @param at where it stands in the reply
   * @param bytes where a reply may be the media itself instead of JSON: the member that has it then
   *     as a data URI, of an object that is the result; null where none is
   * @param when what the reply means where it is no result, in order
   * @param media what in it is media; these locators begin at {@code at}
   * @param expires how long the platform keeps it; null where it does not say
   * @param renew whether asking for the task again gives addresses that have not expired
   * @param cost what it cost by the platform's account; null where the result does not say
   */
  public record Result(
      @Nullable String request,
      Locator at,
      @Nullable String bytes,
      List<StateRule> when,
      List<Media> media,
      @Nullable TimeSpan expires,
      boolean renew,
      @Nullable Cost cost) {
    /** Fills in what is left out. */
    public Result {
      at = Objects.requireNonNullElse(at, Locator.BODY);
      when = Lists.copyOf(when);
      media =
          bytes != null && (media == null || media.isEmpty())
              ? List.of(new Media(new Locator("/" + bytes), null, null))
              : Lists.copyOf(media);
    }
  }

  /**
   * What a result cost by the platform's account.
   *
   * @param at where in the result the number stands
   * @param usd what one of its units costs in US dollars; 1 where it is left out
   */
  public record Cost(Locator at, BigDecimal usd) {
    /** Fills in what is left out. */
    public Cost {
      usd = Objects.requireNonNullElse(usd, BigDecimal.ONE);
    }
  }

  /**
   * How a file is stored, so that a request can name it: by one request that has it, or by one that
   * is answered with an address for it. To that address goes the file, and never the key.
   *
   * @param request the method and path or address of the first request
   * @param body the members of its JSON body, in which {@code {name}} and {@code {type}} stand for
   *     the file's
   * @param file the part of the form that has the file; null where the body is JSON
   * @param url where the reply says what stands for the file in a request
   * @param send where the file goes then; null where the first request has it
   * @param atMost the most bytes of a file; null where the platform does not say
   */
  public record Upload(
      String request,
      Map<String, String> body,
      @Nullable String file,
      Locator url,
      @Nullable Send send,
      @Nullable Long atMost) {
    /** Fills in what is left out. */
    public Upload {
      body = Lists.copyOf(body);
    }
  }

  /**
   * Where a file is sent.
   *
   * @param method such as {@code PUT}
   * @param to where the first reply says the address
   * @param fields where it says what else is in the form; null where it does not
   * @param file the last part of the form, which has the file; null where the body is the file
   */
  public record Send(String method, Locator to, @Nullable Locator fields, @Nullable String file) {}

  /**
   * A form in which media stand in a result.
   *
   * @param each where the pieces stand: texts that are addresses or data URIs, or objects
   * @param url where in such an object the address stands; null where it has none
   * @param base64 where in such an object the bytes stand as Base64; null where it has none
   */
  public record Media(Locator each, @Nullable Locator url, @Nullable Locator base64) {}

  /**
   * The request that cancels a task.
   *
   * @param request its method and path or address
   * @param when what a reply says other than that the task was cancelled
   * @param deletes whether of a finished task it removes the result, so that the state has to be
   *     known first
   */
  public record Cancel(String request, List<StateRule> when, boolean deletes) {
    /** Fills in what is left out. */
    public Cancel {
      when = Lists.copyOf(when);
    }
  }

  /** Where an error stands. */
  public enum ErrorPlace {
    /** In the reply to a submission that was refused, or to any other request. */
    @JsonProperty("refusal")
    REFUSAL,
    /** In the reply to a poll of a task that failed. */
    @JsonProperty("failure")
    FAILURE,
    /** Where the result would be. */
    @JsonProperty("result")
    RESULT
  }

  /**
   * How an error looks.
   *
   * @param in where such errors stand; anywhere if empty
   * @param at where the error's object stands; {@code code}, {@code message} and {@code parameter}
   *     begin there
   * @param code where its code stands, or may stand
   * @param message where its text stands
   * @param parameter where the parameter stands that it is about: a name, or a list of the steps to
   *     it
   * @param drop first steps that are no part of the request
   */
  public record ErrorForm(
      List<ErrorPlace> in,
      Locator at,
      List<Locator> code,
      Locator message,
      @Nullable Locator parameter,
      List<String> drop) {
    /** Fills in what is left out. */
    public ErrorForm {
      in = Lists.copyOf(in);
      at = Objects.requireNonNullElse(at, Locator.BODY);
      code = Lists.copyOf(code);
      drop = Lists.copyOf(drop);
    }
  }

  /**
   * How fast the platform may be asked.
   *
   * @param perMinute the most requests a minute; null where it does not say
   * @param waits where else than in {@code Retry-After} it says how long to wait
   */
  public record Pace(@Nullable Integer perMinute, List<Wait> waits) {
    /** Fills in what is left out. */
    public Pace {
      waits = Lists.copyOf(waits);
    }
  }

  /**
   * Where a reply says how long to wait.
   *
   * @param at where the number or text stands
   * @param pattern a regular expression whose first group is the number; null where it stands alone
   * @param unit {@code ms} or {@code s}; seconds where it is left out
   */
  public record Wait(Locator at, @Nullable String pattern, @Nullable String unit) {}

  /**
   * What a lost reply means. With a key, the task is sent again; else, where it can be found, it is
   * looked for first; else it is never sent again.
   *
   * @param key the header by which the platform recognizes a repetition; null where there is none
   * @param refused the statuses that prove that the task was not taken
   * @param find how a task whose reply was lost is looked for; null where it cannot be
   */
  public record Once(@Nullable String key, List<String> refused, @Nullable Find find) {
    /** Fills in what is left out. */
    public Once {
      refused = Lists.copyOf(refused);
    }
  }

  /**
   * How a task whose reply was lost is looked for in a list.
   *
   * @param request the request for the list; its address may hold {@code {since}}, a time before
   *     which the task was not submitted
   * @param query parameters of its address
   * @param each where the tasks stand in the list
   * @param same what they have in common with the submission: where it stands in theirs, and in the
   *     body of ours
   * @param id where in such a task its name stands
   * @param links where in such a task its addresses stand
   * @param next where the list says the address of its next page; null where it has one page
   * @param complete whether a task that is not in the list was not taken
   */
  public record Find(
      String request,
      Map<String, String> query,
      Locator each,
      Map<String, Locator> same,
      Locator id,
      Map<String, Locator> links,
      @Nullable Locator next,
      boolean complete) {
    /** Fills in what is left out. */
    public Find {
      query = Lists.copyOf(query);
      same = Lists.copyOf(same);
      links = Lists.copyOf(links);
    }
  }
}
