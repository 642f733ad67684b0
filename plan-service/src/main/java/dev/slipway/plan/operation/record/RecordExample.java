package dev.slipway.plan.operation.record;

/** A short record, for those who read the API's description; a test reads it back. */
final class RecordExample {
    static final String JSON = """
            {
              "format": 1,
              "exportedAt": "2026-01-01T00:10:00Z",
              "operation": {
                "id": "0b0a1a3e-0000-4000-8000-000000000001",
                "clusterId": "0b0a1a3e-0000-4000-8000-000000000002",
                "clusterName": "demo",
                "kind": "CREATE",
                "state": "STOPPED",
                "requestedBy": "ada",
                "createdAt": "2026-01-01T00:00:00Z",
                "startedAt": "2026-01-01T00:00:01Z",
                "endedAt": null,
                "stepsDone": 1,
                "stepsTotal": 2,
                "failure": {"type": "DISK_FULL", "message": "no space", "step": "PACKAGE_SOURCE", "host": "demo-worker-1"},
                "changes": null,
                "pauseRequested": false,
                "estimate": null,
                "waitingFor": null,
                "choices": ["RETRY", "ROLL_BACK", "ABANDON"],
                "version": 9
              },
              "spec": {"name": "demo", "packageVersion": "1.37.2", "apiPort": 6443},
              "nodeCount": 2,
              "orders": [
                {"number": 1, "at": "2026-01-01T00:00:01Z", "provisioning": null, "installation": {"apiPort": 6443}}
              ],
              "steps": [
                {
                  "step": "RESERVE",
                  "title": "Reserve hosts and addresses",
                  "position": 1,
                  "state": "SUCCEEDED",
                  "service": "plan-service",
                  "startedAt": "2026-01-01T00:00:01Z",
                  "endedAt": "2026-01-01T00:00:02Z",
                  "order": null,
                  "output": {"nodes": [{"name": "demo-worker-1", "role": "WORKER", "zone": "a", "address": "192.0.2.10"}]},
                  "failure": null,
                  "begun": 1,
                  "attempts": []
                },
                {
                  "step": "PACKAGE_SOURCE",
                  "title": "Package source",
                  "position": 2,
                  "state": "FAILED",
                  "service": "install-worker",
                  "startedAt": "2026-01-01T00:00:02Z",
                  "endedAt": "2026-01-01T00:00:09Z",
                  "order": 1,
                  "output": null,
                  "failure": {"type": "DISK_FULL", "message": "no space", "host": "demo-worker-1"},
                  "begun": 1,
                  "attempts": [
                    {
                      "number": 1,
                      "worker": "4711@worker-1",
                      "begunAt": "2026-01-01T00:00:03Z",
                      "lastLineAt": "2026-01-01T00:00:08Z",
                      "endedAt": "2026-01-01T00:00:09Z",
                      "state": "FAILED",
                      "failure": {"type": "DISK_FULL", "message": "no space", "host": "demo-worker-1"}
                    }
                  ]
                }
              ],
              "decisions": [],
              "log": [
                {
                  "number": 1,
                  "step": "PACKAGE_SOURCE",
                  "attempt": 1,
                  "host": "demo-worker-1",
                  "at": "2026-01-01T00:00:08Z",
                  "text": "no space left on device"
                }
              ]
            }
            """;

    private RecordExample() {}
}
