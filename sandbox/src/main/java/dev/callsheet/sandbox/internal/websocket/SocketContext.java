package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.TaskService;
import org.eclipse.jetty.util.thread.Scheduler;

/** What the message handlers of all connections share. */
record SocketContext(
    TaskService api,
    ApiKeyAuthenticator authentication,
    FaultSchedule faults,
    ExchangeLog exchanges,
    SandboxBehavior behavior,
    SessionRegistry sessions,
    ResultPusher pusher,
    ReceiveBudget budget,
    Scheduler scheduler) {}
