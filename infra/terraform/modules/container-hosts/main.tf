# A container that is a host: see infra/images/container-host for what the image does with these settings.

locals {
  hosts = { for host in var.hosts : host.name => host }

  labels = {
    "dev.slipway"         = "true"
    "dev.slipway.cluster" = var.cluster.id
  }
}

resource "docker_volume" "var" {
  for_each = local.hosts

  name = "${var.container_hosts.network}-${each.key}-var"

  dynamic "labels" {
    for_each = local.labels
    content {
      label = labels.key
      value = labels.value
    }
  }
}

resource "docker_container" "host" {
  for_each = local.hosts

  name     = "${var.container_hosts.network}-${each.key}"
  hostname = each.key
  image    = var.container_hosts.image
  restart  = "unless-stopped"

  cpus        = format("%.1f", each.value.cpus)
  memory      = each.value.memory_mebibytes
  memory_swap = each.value.memory_mebibytes

  env = [
    "SLIPWAY_AUTHORIZED_KEY=${var.ssh_public_key}",
    "SLIPWAY_GATEWAY=${var.container_hosts.gateway}",
  ]

  # systemd, containerd and the kubelet need nearly all a machine's root can do. The one capability left out is
  # what Docker itself may lack where it runs in a container.
  capabilities {
    add  = ["ALL"]
    drop = ["CAP_SYS_RESOURCE"]
  }
  security_opts       = ["apparmor=unconfined", "seccomp=unconfined", "systempaths=unconfined"]
  cgroupns_mode       = "private"
  device_cgroup_rules = ["a *:* rwm"]

  devices {
    host_path      = "/dev/fuse"
    container_path = "/dev/fuse"
    permissions    = "rwm"
  }

  tmpfs = {
    "/run" = "exec"
    "/tmp" = "exec"
  }

  # containerd cannot stack overlay on overlay.
  volumes {
    volume_name    = docker_volume.var[each.key].name
    container_path = "/var"
  }

  networks_advanced {
    name         = var.container_hosts.network
    ipv4_address = each.value.address
  }

  dynamic "labels" {
    for_each = local.labels
    content {
      label = labels.key
      value = labels.value
    }
  }

  # A host that runs is never made anew for these: another image or key is for new hosts, and Docker does not
  # give back all security options.
  lifecycle {
    ignore_changes = [env, image, security_opts]
  }
}
