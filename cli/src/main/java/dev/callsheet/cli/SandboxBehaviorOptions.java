package dev.callsheet.cli;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.sandbox.behavior.AcknowledgmentForm;
import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.behavior.EmptyErrors;
import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import dev.callsheet.sandbox.behavior.FailurePlacement;
import dev.callsheet.sandbox.behavior.FaultInjection;
import dev.callsheet.sandbox.behavior.LegacyNamePolicy;
import dev.callsheet.sandbox.behavior.MixedStatus;
import dev.callsheet.sandbox.behavior.PushedResults;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownMediaPolicy;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.behavior.UnknownTaskPolicy;
import dev.callsheet.sandbox.behavior.UuidCheck;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.behavior.WebhookBody;
import dev.callsheet.sandbox.behavior.WebhookNotice;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.behavior.WireFault;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How a sandbox behaves where the real API leaves a choice, and what goes wrong in it. */
final class SandboxBehaviorOptions {
  private static final String ONE_OF =
      " One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).";

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      converter = WireFaultConverter.class,
      description =
          "A wire fault (repeatable): status=503, html=502, error=CODE, beside=CODE (accepted, with"
              + " an error beside it), drop, silence (no reply), cut=1000 (media ends early) or"
              + " delay=5s; followed by any of retry-after=2s, nobody (the error names no task),"
              + " on=submit|poll|media|any, times=3, before, after. They are applied in order.")
  private List<WireFault> faults = List.of();

  @Option(
      names = "--storm",
      paramLabel = "SHARE",
      description = "Random faults for this share of all requests: 0.2 is one in five.")
  private double faultProbability;

  @Option(
      names = "--fail",
      paramLabel = "N",
      description = "The last N results of every task fail to render.")
  private int failedResults;

  @Option(
      names = "--fail-code",
      paramLabel = "CODE",
      description = "The code they fail with (default: ${DEFAULT-VALUE}).")
  private String failureCode = "timeoutProvider";

  @Option(names = "--failures-in", description = "Where failed results are reported." + ONE_OF)
  private FailurePlacement failurePlacement = FailurePlacement.ERRORS;

  @Option(
      names = "--stagger",
      paramLabel = "TIME",
      description = "How much later each result of a task is ready than the one before.")
  private Duration stagger = Duration.ZERO;

  @Option(names = "--result-order", description = "The order of a task's results." + ONE_OF)
  private ResultOrder resultOrder = ResultOrder.STABLE;

  @Option(names = "--ack", description = "What an accepted task is answered with." + ONE_OF)
  private AcknowledgmentForm ack = AcknowledgmentForm.ITEM;

  @Option(
      names = "--sync-window",
      paramLabel = "TIME",
      description =
          "How long a synchronous reply waits for results; then it is HTTP 504, and the task"
              + " continues.")
  private Duration syncWindow = SandboxBehavior.defaults().syncWindow();

  @Option(
      names = "--unknown-task",
      description = "The reply to a poll for an unknown task." + ONE_OF)
  private UnknownTaskPolicy unknownTask = UnknownTaskPolicy.EMPTY;

  @Option(
      names = "--unknown-media",
      description = "What becomes of a task whose input UUID is not stored." + ONE_OF)
  private UnknownMediaPolicy unknownMedia = UnknownMediaPolicy.ACCEPTED;

  @Option(
      names = "--pass-unknown",
      description =
          "Accept models that no spec describes: they cost nothing and make what the kind of task"
              + " makes, or, of another platform than Runware, a picture.")
  private boolean isUnknownPassed;

  @Option(
      names = "--legacy-names",
      description =
          "What becomes of a task with names of earlier days, which official clients send."
              + ONE_OF)
  private LegacyNamePolicy legacyNames = LegacyNamePolicy.ACCEPTED;

  @Option(names = "--conflict", description = "How long a taskUUID cannot be reused." + ONE_OF)
  private ConflictWindow conflictWindow = ConflictWindow.FOREVER;

  @Option(
      names = "--mixed-status",
      description = "The HTTP status when only some tasks are rejected." + ONE_OF)
  private MixedStatus mixedStatus = MixedStatus.OK;

  @Option(
      names = "--empty-errors",
      description = "Whether replies without errors have the key `errors`." + ONE_OF)
  private EmptyErrors emptyErrors = EmptyErrors.ABSENT;

  @Option(names = "--error-parameter", description = "How an error names parameters." + ONE_OF)
  private ErrorParameterForm parameterForm = ErrorParameterForm.FIRST;

  @Option(names = "--uuid-check", description = "Which UUIDs a task may have." + ONE_OF)
  private UuidCheck uuidCheck = UuidCheck.STRICT;

  @Option(names = "--webhook-body", description = "What a webhook is sent." + ONE_OF)
  private WebhookBody webhookBody = WebhookBody.WRAPPED;

  @Option(names = "--webhook-order", description = "A task's results at a webhook." + ONE_OF)
  private WebhookOrder webhookOrder = WebhookOrder.AS_FINISHED;

  @Option(
      names = "--webhook-copies",
      paramLabel = "N",
      description = "A webhook is sent each result N times (default: ${DEFAULT-VALUE}).")
  private int webhookCopies = 1;

  @Option(
      names = "--webhook-notice",
      description = "What a webhook is sent before a task has results." + ONE_OF)
  private WebhookNotice webhookNotice = WebhookNotice.NONE;

  @Option(names = "--no-websocket", description = "Refuse WebSocket connections.")
  private boolean noWebSocket;

  @Option(
      names = "--websocket-idle",
      paramLabel = "TIME",
      description = "How long a WebSocket may be without messages (default: 120s).")
  private Duration idle = WebSocketBehavior.defaults().idleTimeout();

  @Option(
      names = "--websocket-replay",
      paramLabel = "TIME",
      description = "How long a WebSocket session's undelivered frames are kept (default: 120s).")
  private Duration replay = WebSocketBehavior.defaults().replayWindow();

  @Option(names = "--push", description = "Which results are pushed over a WebSocket." + ONE_OF)
  private PushedResults pushedResults = WebSocketBehavior.defaults().pushedResults();

  @Option(
      names = "--stray-frames",
      paramLabel = "N",
      description = "How many unrelated frames precede the reply to a WebSocket's authentication.")
  private int strayFrames;

  private FaultInjection faultInjection() {
    if (!(faultProbability >= 0 && faultProbability <= 1)) {
      throw new UserErrorException(
          "--storm " + faultProbability + ": a share of requests is from 0 to 1");
    }
    return new FaultInjection(faultProbability, System.nanoTime());
  }

  SandboxBehavior behavior() {
    return SandboxBehavior.builder()
        .webSocket(new WebSocketBehavior(!noWebSocket, idle, replay, pushedResults, strayFrames))
        .wireFaults(faults.toArray(WireFault[]::new))
        .faultInjection(faultInjection())
        .renderFailure(
            new RenderFailure(failedResults, failureCode, "The render failed, as asked for."))
        .failurePlacement(failurePlacement)
        .stagger(stagger)
        .resultOrder(resultOrder)
        .acknowledgment(ack)
        .syncWindow(syncWindow)
        .unknownTask(unknownTask)
        .unknownMedia(unknownMedia)
        .unknownModel(isUnknownPassed ? UnknownModelPolicy.ACCEPTED : UnknownModelPolicy.REFUSED)
        .legacyNames(legacyNames)
        .conflictWindow(conflictWindow)
        .mixedStatus(mixedStatus)
        .emptyErrors(emptyErrors)
        .errorParameterForm(parameterForm)
        .uuidCheck(uuidCheck)
        .webhookBody(webhookBody)
        .webhookOrder(webhookOrder)
        .webhookCopies(webhookCopies)
        .webhookNotice(webhookNotice)
        .build();
  }
}
