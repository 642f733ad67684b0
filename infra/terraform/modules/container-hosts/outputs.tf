output "hosts" {
  description = "The hosts that exist, in the order they were asked for."
  value = [
    for host in var.hosts : {
      name    = docker_container.host[host.name].hostname
      role    = host.role
      zone    = host.zone
      address = one(docker_container.host[host.name].networks_advanced).ipv4_address
    }
  ]
}
