# Plans only: what Docker does with it is seen by the integration test of provisioning-worker.
mock_provider "docker" {}

variables {
  cluster        = { id = "6f1c1f4e-6f0e-4c53-9d0b-3a54c2b7a001", name = "demo" }
  ssh_public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBhsaNnvQXpUKeklH5QJkEC1OkZNDtABaZkZj4+OpKfO test"
  container_hosts = {
    network = "slipway"
    gateway = "172.30.0.1"
    image   = "slipway/container-host:latest"
  }
  hosts = [
    { name = "demo-control-plane-1", role = "control_plane", zone = "zone-a", address = "172.30.1.10", cpus = 2, memory_mebibytes = 2048, disk_gibibytes = 20 },
    { name = "demo-worker-1", role = "worker", zone = "zone-b", address = "172.30.2.10", cpus = 1, memory_mebibytes = 1024, disk_gibibytes = 20 },
  ]
}

run "makes_one_container_and_one_volume_for_each_host" {
  command = plan

  assert {
    condition     = keys(docker_container.host) == ["demo-control-plane-1", "demo-worker-1"]
    error_message = "Each host must be one container."
  }

  assert {
    condition     = docker_volume.var["demo-worker-1"].name == "slipway-demo-worker-1-var"
    error_message = "Each host must have its own volume for /var."
  }
}

run "gives_each_host_its_address_and_size" {
  command = plan

  assert {
    condition     = one(docker_container.host["demo-worker-1"].networks_advanced).ipv4_address == "172.30.2.10"
    error_message = "The host must have the address reserved for it."
  }

  assert {
    condition     = docker_container.host["demo-control-plane-1"].memory == 2048 && docker_container.host["demo-control-plane-1"].cpus == "2.0"
    error_message = "The host must have the size asked for."
  }
}

run "labels_everything_with_the_cluster" {
  command = plan

  assert {
    condition = alltrue([
      for container in docker_container.host :
      contains([for label in container.labels : label.value if label.label == "dev.slipway.cluster"], var.cluster.id)
    ])
    error_message = "Each container must carry the cluster's label."
  }
}

run "gives_back_the_hosts_in_the_order_asked_for" {
  command = apply

  assert {
    condition     = output.hosts[1] == { name = "demo-worker-1", role = "worker", zone = "zone-b", address = "172.30.2.10" }
    error_message = "The output must keep its contract."
  }
}

run "refuses_two_hosts_at_one_address" {
  command = plan

  variables {
    hosts = [
      { name = "a", role = "worker", zone = "zone-a", address = "172.30.1.10", cpus = 1, memory_mebibytes = 1024, disk_gibibytes = 20 },
      { name = "b", role = "worker", zone = "zone-a", address = "172.30.1.10", cpus = 1, memory_mebibytes = 1024, disk_gibibytes = 20 },
    ]
  }

  expect_failures = [var.hosts]
}

run "refuses_an_unknown_role" {
  command = plan

  variables {
    hosts = [
      { name = "a", role = "etcd", zone = "zone-a", address = "172.30.1.10", cpus = 1, memory_mebibytes = 1024, disk_gibibytes = 20 },
    ]
  }

  expect_failures = [var.hosts]
}

run "refuses_what_is_no_public_key" {
  command = plan

  variables {
    ssh_public_key = "-----BEGIN OPENSSH PRIVATE KEY-----"
  }

  expect_failures = [var.ssh_public_key]
}
